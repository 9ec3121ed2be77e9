import { type EmulatorConfig } from '../../src/emulator/config.ts';
import { startEmulator } from '../../src/emulator/start.ts';

// The contract suite speaks HTTP only and looks into bodies freely; a wrong look fails the test by itself.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Body = any;
export type Answer = { status: number; body: Body; text: string; headers: Headers };
export type Tenant = {
  url: string;
  get(path: string): Promise<Answer>;
  post(path: string, body?: object): Promise<Answer>;
  put(path: string, body?: object): Promise<Answer>;
  patch(path: string, body?: object): Promise<Answer>;
  del(path: string, body?: object): Promise<Answer>;
};
