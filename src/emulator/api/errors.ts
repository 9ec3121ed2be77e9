/** An answer that refuses a request. Thrown by handlers, turned into one of the vendor's error bodies at the server's edge. */
export class ApiRefusal extends Error {
  readonly status: number;
  readonly subject: string;
  readonly retryAfter: string | undefined;

  constructor(status: number, subject: string, details: string, retryAfter?: string) {
    super(details);
    this.status = status;
    this.subject = subject;
    this.retryAfter = retryAfter;
  }
}

export function notFound(what: string): ApiRefusal {
  return new ApiRefusal(404, what, 'not found');
}

export function invalid(subject: string, details: string): ApiRefusal {
  return new ApiRefusal(422, subject, details);
}

export type ErrorText = { readonly text: string; readonly type: string };

const JSON_TYPE = 'application/json; charset=utf-8';

/** The body shapes seen or feared. A client that depends on one of them breaks here soon. */
const SHAPES: { readonly [name: string]: (subject: string, details: string) => ErrorText } = {
  errors_of_objects: (subject, details) => ({
    text: JSON.stringify({ errors: [{ message: subject, details }] }),
    type: JSON_TYPE,
  }),
  array: (subject, details) => ({ text: JSON.stringify([{ message: subject, details }]), type: JSON_TYPE }),
  plain: (subject, details) => ({ text: `${subject} ${details}`, type: 'text/plain; charset=utf-8' }),
  error: (subject, details) => ({ text: JSON.stringify({ error: `${subject} ${details}` }), type: JSON_TYPE }),
  errors_by_field: (subject, details) => ({
    text: JSON.stringify({ errors: { [subject.toLowerCase()]: [details] } }),
    type: JSON_TYPE,
  }),
  errors_of_texts: (subject, details) => ({
    text: JSON.stringify({ errors: [`${subject} ${details}`] }),
    type: JSON_TYPE,
  }),
  message: (subject, details) => ({ text: JSON.stringify({ message: `${subject} ${details}` }), type: JSON_TYPE }),
  detail: (subject, details) => ({ text: JSON.stringify({ detail: `${subject} ${details}` }), type: JSON_TYPE }),
  empty: () => ({ text: '', type: 'text/plain; charset=utf-8' }),
};

export const ERROR_SHAPES: readonly string[] = Object.keys(SHAPES);

export function errorBody(shape: string, subject: string, details: string): ErrorText {
  const write = SHAPES[shape];
  if (write === undefined) throw new Error(`Internal error: no error shape ${shape}`);
  return write(subject, details);
}

/** Hands out the shapes in turn, never twice the same in a row. */
export class ErrorShapes {
  #turn = 0;

  next(): string {
    const shape = ERROR_SHAPES[this.#turn % ERROR_SHAPES.length] ?? 'plain';
    this.#turn += 1;
    return shape;
  }
}
