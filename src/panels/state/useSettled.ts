import { useEffect, useState } from 'react'

/** A value changes as long as a slider moves or somebody types; this long after the last change, ms, it has come to rest. */
const REST = 250

/** The last value that came to rest: what starts long work, so that it starts once. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(value)
    }, REST)
    return () => {
      clearTimeout(timer)
    }
  }, [value])
  return settled
}
