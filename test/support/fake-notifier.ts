import type { Message, Notifier, Posted } from '../../src/notify/port.ts';
import type { Behaviour } from './webhook-server.ts';

export type FakeBehaviour = Behaviour | 'nobody there';

type FakeNotifier = Notifier & {
  readonly received: readonly Message[];
  behave(...next: readonly FakeBehaviour[]): void;
};

/** Somebody who is told, without a network. */
export function fakeNotifier(): FakeNotifier {
  const received: Message[] = [];
  const next: FakeBehaviour[] = [];
  return {
    received,
    behave: (...behaviours) => void next.push(...behaviours),
    post: async (message) => {
      const behaviour = next.shift() ?? 200;
      if (behaviour !== 'nobody there') received.push(message);
      return answerOf(behaviour);
    },
  };
}

function answerOf(behaviour: FakeBehaviour): Posted {
  switch (behaviour) {
    case 'nobody there':
      return { kind: 'no_connection', failure: { kind: 'no_connection', code: 'ECONNREFUSED', passing: true } };
    case 'cut':
      return { kind: 'broke', code: 'UND_ERR_SOCKET' };
    case 'silent':
      return { kind: 'timeout' };
    case 'endless body':
      return { kind: 'answer', status: 200 };
    default:
      return { kind: 'answer', status: behaviour };
  }
}
