export type FailureKind =
  /** 401: the key is wrong, revoked, or its owner left. */
  | 'unauthorized'
  /** 403 or 404: not found, or not visible to this key (the vendor answers 404 for both). */
  | 'not_found'
  /** Any other 4xx: the tenant understood and refused. */
  | 'rejected'
  /** 429 until our patience ended. A write may have been carried out all the same. */
  | 'rate_limited'
  /** 5xx until our patience ended. */
  | 'unavailable'
  /** No connection, or it broke. */
  | 'unreachable'
  | 'timeout'
  /** A 2xx whose body is not what the API promises. */
  | 'malformed'
  /** A listing whose pages do not add up to its count. */
  | 'incomplete'
  /** A 3xx: keys only go to the host they are bound to. */
  | 'redirected'
  /** We were asked to stop. */
  | 'aborted'
  /** The time for reading the destination was over. */
  | 'too_slow'
  /** The requests that we allow ourselves for the destination were used up. */
  | 'not_asked';

/** Why there is no connection to a server. Holds no address: a proxy's may carry a password. */
export type ConnectionFailure = {
  readonly kind: /** Nobody answers there, or not in time. */
    | 'no_connection'
    /** The server's certificate is not one that this machine believes. */
    | 'untrusted'
    /** What answers there does not speak TLS. */
    | 'not_tls'
    /** The proxy on the way says no, or the environment names none that could be asked. */
    | 'proxy';
  /** The system's own word for it, or the status that a proxy answered with. */
  readonly code: string;
  /** Whether it may pass by itself. */
  readonly passing: boolean;
};

/** What came instead of an answer that can be used. */
export type FailureEvidence =
  | {
      readonly seen: 'status';
      readonly status: number;
      /** Composed of words from a closed list (tenant/refusal.ts), never the tenant's own text. */
      readonly phrases: readonly string[];
      readonly attempts: number;
      /** The status does not say whether a write was carried out: it came too early, or something in between answered. */
      readonly unclear?: 'status' | 'web_page';
    }
  | {
      readonly seen: 'no_connection';
      readonly connection: ConnectionFailure;
      /** The variable of the environment that may name the proxy. */
      readonly proxy?: string;
      readonly attempts: number;
    }
  | {
      readonly seen: 'broke' | 'timeout' | 'too_large' | 'aborted';
      readonly code: string;
      readonly attempts: number;
    }
  /** A 2xx with a body that is not what the API promises; `defect` says in our words where. */
  | { readonly seen: 'odd_body'; readonly status: number; readonly defect: string }
  | { readonly seen: 'odd_listing'; readonly defect: string }
  | { readonly seen: 'never_sent' }
  /** What the tenant did with the time that a destination has for being read. */
  | {
      readonly seen: 'read_time_over';
      /** In seconds, as are the others. */
      readonly allowed: number;
      /** How long this request was waited for. */
      readonly waited: number;
      /** Requests that ended before. */
      readonly ended: number;
      readonly slowest: { readonly request: string; readonly took: number } | null;
    }
  | { readonly seen: 'requests_spent'; readonly allowed: number }
  /** Not asked any more: so many destinations of the tenant in a row were not read in time. */
  | { readonly seen: 'tenant_given_up'; readonly destinations: number };

/** Why a call to a tenant did not succeed. Nothing of a tenant's body stands in it but phrases from a closed list. */
export type TenantFailure = {
  readonly kind: FailureKind;
  /** Method and path, no host and no query: `POST /stories/import`. */
  readonly request: string;
  readonly evidence: FailureEvidence;
  /** Whether the tenant may have carried the request out. A write that is `possible` is looked up, never blindly repeated. */
  readonly effect: 'none' | 'possible';
};
