/** What was changed, for the buttons that take it back; the sentence for it is in each language. */
export type Change =
  | { readonly kind: 'add'; readonly sweeps: readonly string[] }
  | { readonly kind: 'complete'; readonly sweep: string; readonly file: string }
  | { readonly kind: 'replace'; readonly file: string }
  | {
      readonly kind: 'remove' | 'rename' | 'duplicate' | 'split' | 'pool' | 'separate'
      readonly sweep: string
    }
  | { readonly kind: 'join'; readonly sweeps: number }
  | { readonly kind: 'set-aside' | 'keep' | 'average'; readonly runs: number }
  | { readonly kind: 'forget-decisions' | 'columns' | 'settings' | 'address' }
