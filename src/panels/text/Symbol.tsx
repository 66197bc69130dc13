/** A symbol with a real subscript: "M_opt" becomes M with a lowered "opt". */
export function Symbol({ of }: { readonly of: string }) {
  const [base = '', subscript] = of.split('_')
  return (
    <var className="not-italic">
      <i>{base}</i>
      {subscript !== undefined && <sub>{subscript}</sub>}
    </var>
  )
}
