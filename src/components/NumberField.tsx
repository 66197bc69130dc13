import { useId, useState } from 'react'
import { parseNumber } from '../notation/parseNumber.ts'
import { useWords } from './WordsContext.tsx'

interface NumberFieldProps {
  readonly label: string
  readonly value: number
  readonly unit?: string
  /** Ends of what it may be, both included. */
  readonly limits: readonly [low: number, high: number]
  readonly isWhole?: boolean
  /** Hears every number that may be; what may not be is said at the field, and the last good one stays. */
  readonly onChange: (value: number) => void
}

/** A number as a person would type it: `12`, `0.35`, `1e12`. */
function fieldText(value: number): string {
  const rounded = Number(value.toPrecision(6))
  return Math.abs(rounded) >= 1e7 || (rounded !== 0 && Math.abs(rounded) < 1e-3)
    ? rounded.toExponential().replace('e+', 'e')
    : String(rounded)
}

/** A labelled field for a number, read as any cell of a file is: `1e12`, `1.2T`, `1,000`. */
export function NumberField({
  label,
  value,
  unit,
  limits,
  isWhole = false,
  onChange,
}: NumberFieldProps) {
  const id = useId()
  const { fields } = useWords().page
  // What is typed stays as typed until another number comes from elsewhere.
  const [typed, setTyped] = useState<{ readonly text: string; readonly for: number } | null>(null)
  const isTyped = typed !== null && (Object.is(typed.for, value) || faultOf(typed.text) !== null)
  const text = isTyped ? typed.text : fieldText(value)
  const fault = isTyped ? faultOf(typed.text) : null

  function faultOf(of: string): string | null {
    const number = parseNumber(of)
    if (number === null) return fields.notANumber(of.trim())
    if (number < limits[0] || number > limits[1]) return fields.outside(limits[0], limits[1])
    return isWhole && !Number.isInteger(number) ? fields.whole : null
  }

  return (
    <span className="flex min-w-0 flex-col gap-0.5">
      <label
        htmlFor={id}
        className="flex min-h-[2.3em] flex-wrap content-end items-end gap-x-1 text-xs leading-tight text-muted"
      >
        {label}
        {unit !== undefined && <span className="text-[11px]">({unit})</span>}
      </label>
      <input
        id={id}
        className="text-input tabular-nums"
        inputMode="decimal"
        value={text}
        aria-invalid={fault !== null}
        aria-describedby={fault === null ? undefined : `${id}-fault`}
        onChange={(event) => {
          const next = event.currentTarget.value
          const number = faultOf(next) === null ? parseNumber(next) : null
          setTyped({ text: next, for: number ?? value })
          if (number !== null) onChange(number)
        }}
        onBlur={() => {
          if (fault === null) setTyped(null)
        }}
      />
      <span id={`${id}-fault`} role="status" className="text-xs text-error">
        {fault ?? ''}
      </span>
    </span>
  )
}
