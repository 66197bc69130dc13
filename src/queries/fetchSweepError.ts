/** Why a file could not be had from the web. */
export type FetchFailure =
  | { readonly kind: 'not-an-address' }
  | { readonly kind: 'offline' }
  /** No answer that the page may see: refused by the other side's rules, or not reached. */
  | { readonly kind: 'blocked' }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'too-large' }

/** A file that could not be had from the web; `failure` says why. */
export class FetchSweepError extends Error {
  readonly failure: FetchFailure

  constructor(failure: FetchFailure) {
    super(failure.kind)
    this.name = 'FetchSweepError'
    this.failure = failure
  }
}
