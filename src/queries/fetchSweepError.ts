/** Why a file could not be had from the web. */
export type FetchFailure =
  | { readonly kind: 'not-an-address' }
  | { readonly kind: 'offline' }
  /** No answer that the page may see: refused by the other side's rules, or not reached. */
  | { readonly kind: 'blocked' }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'too-large' }

/** A file that could not be had from the web; the message is the sentence for the person. */
export class FetchSweepError extends Error {
  readonly failure: FetchFailure

  constructor(failure: FetchFailure) {
    super(sentenceOf(failure))
    this.name = 'FetchSweepError'
    this.failure = failure
  }
}

function sentenceOf(failure: FetchFailure): string {
  switch (failure.kind) {
    case 'not-an-address':
      return 'This is not the address of a file on the web. It must begin with https:// or http://.'
    case 'offline':
      return 'There is no network. Files from this machine can still be added.'
    case 'blocked':
      return 'The browser got no answer that it may show to this page: the server does not allow other sites to read the file (it sends no Access-Control-Allow-Origin), or it cannot be reached. Download the file and drop it here. Raw files on GitHub and Hugging Face can be opened directly.'
    case 'status':
      return failure.status === 404
        ? 'There is no such file at this address, or it is private (HTTP 404).'
        : `The server answered with HTTP ${failure.status}.`
    case 'too-large':
      return 'The file is larger than 200 MB. Download it and reduce it first.'
  }
}
