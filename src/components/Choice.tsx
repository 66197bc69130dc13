import { useId, type ReactNode } from 'react'

interface ChoiceProps<T extends string> {
  readonly label: ReactNode
  readonly value: T
  readonly options: readonly { readonly value: T; readonly text: string }[]
  readonly onChange: (value: T) => void
  /** Hides the label from sight where the place says it already. */
  readonly labelHidden?: boolean
}

/** A labelled native select. */
export function Choice<T extends string>({
  label,
  value,
  options,
  onChange,
  labelHidden = false,
}: ChoiceProps<T>) {
  const id = useId()
  return (
    <span className="inline-flex items-center gap-1.5">
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'text-xs text-muted'}>
        {label}
      </label>
      <select
        id={id}
        className="select"
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value)
          if (chosen !== undefined) onChange(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </span>
  )
}
