/** An API key that nothing prints: it shows itself to whoever asks for it by name, which is the tenant client. */
export class ApiKey {
  readonly #value: string;

  private constructor(value: string) {
    this.#value = value;
  }

  /** Undefined for what no request can carry. A line break pasted along would make the HTTP library complain in its own words. */
  static from(text: string): ApiKey | undefined {
    return /^[\x21-\x7e]+$/.test(text) ? new ApiKey(text) : undefined;
  }

  /** The key itself, for the header of a request and nothing else; test/architecture.test.ts holds the one place. */
  reveal(): string {
    return this.#value;
  }

  equals(other: ApiKey): boolean {
    return this.#value === other.#value;
  }

  toString(): string {
    return MASKED;
  }

  toJSON(): string {
    return MASKED;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return MASKED;
  }
}

const MASKED = '[API key]';
