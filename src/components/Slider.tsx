import { useId, type ReactNode } from 'react'

interface SliderProps {
  readonly label: ReactNode
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  /** What the value means, for screen readers: "3.0 × 10²¹ FLOPs". */
  readonly valueText: string
  readonly onChange: (value: number) => void
  /** Marks under the track: position and text. */
  readonly marks?: readonly { readonly at: number; readonly text: ReactNode }[]
  readonly disabled?: boolean
}

/** A labelled native range input: arrow keys, page keys, Home and End work as anywhere. */
export function Slider({
  label,
  value,
  min,
  max,
  step,
  valueText,
  onChange,
  marks = [],
  disabled = false,
}: SliderProps) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-xs font-medium text-muted">
        {label}
      </label>
      <input
        id={id}
        type="range"
        className="slider"
        min={min}
        max={max}
        step={step}
        value={value}
        disabled={disabled}
        aria-valuetext={valueText}
        onChange={(event) => {
          onChange(event.currentTarget.valueAsNumber)
        }}
      />
      {marks.length > 0 && (
        <div className="relative mx-2 h-4 text-[11px] text-muted" aria-hidden>
          {marks.map(({ at, text }) => (
            <span
              key={at}
              className="absolute -translate-x-1/2 whitespace-nowrap tabular-nums"
              style={{ left: `${((at - min) / (max - min)) * 100}%` }}
            >
              {text}
            </span>
          ))}
        </div>
      )}
    </div>
  )
}
