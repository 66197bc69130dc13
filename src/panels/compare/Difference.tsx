import { useWords } from '../../components/WordsContext.tsx'
import { formatRange } from '../../format/formatNumber.ts'
import { excludesZero, type Compared, type Incomparable } from '../../study/comparison/pair.ts'

/** A difference with its interval, bold where that leaves zero out; or why there is none. */
export function Difference({ compared }: { readonly compared: Compared | Incomparable }) {
  const words = useWords().compare.differences
  if (typeof compared === 'string') {
    return <span className="text-muted">{words.reasons[compared]}</span>
  }
  const { value, low, high } = compared
  const sign = value < 0 ? '−' : '+'
  return (
    <data value={value} className="whitespace-nowrap">
      <span className={excludesZero(compared) === true ? 'font-semibold' : ''}>
        {sign}
        {Math.abs(value).toFixed(4)}
      </span>
      {low !== null && high !== null && (
        <span className="block text-[11px] text-muted">{formatRange(low, high, 3)}</span>
      )}
    </data>
  )
}
