/** A fit that may not exist for the data at hand; a data problem is an outcome, not an exception. */
export type Outcome<T, Reason extends string> =
  | ({ readonly status: 'fitted' } & T)
  | { readonly status: 'unfittable'; readonly reason: Reason }
