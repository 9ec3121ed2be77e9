import type { ConnectionFailure } from '../model/fact/tenant-failure.ts';

/** A message as it goes out: the same bytes however often it is tried. */
export type Message = {
  readonly body: string;
  /** `sha256=<hex>` over the body; absent without a secret. */
  readonly signature?: string;
};

/** What became of one attempt. It holds neither the address nor a word of the answer. */
export type Posted =
  | { readonly kind: 'answer'; readonly status: number }
  /** Nothing was sent. */
  | { readonly kind: 'no_connection'; readonly failure: ConnectionFailure }
  /** It may have arrived. */
  | { readonly kind: 'broke'; readonly code: string }
  | { readonly kind: 'timeout' };

/** Where others are told. Every failure is a value. */
export interface Notifier {
  /** One attempt. */
  post(message: Message): Promise<Posted>;
}
