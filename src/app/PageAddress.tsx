import { PartsText } from '../components/PartsText.tsx'
import { useWords } from '../components/WordsContext.tsx'
import { useEffect, useState } from 'react'
import { Notice } from '../components/Notice.tsx'
import { printAddress, readAddress, type ReadAddress } from '../settings/address.ts'
import { useDashboardStore } from '../store/dashboardContext.tsx'
import type { DashboardState } from '../store/dashboardState.ts'

/** A slider that moves writes the address once it rests: browsers limit how often it may change. */
const PAUSE = 250

/**
 * Keeps the address as the screen is, and the screen as the address is when a person changes it or goes
 * back. A part of the address that cannot be read falls back alone, and is told.
 */
export function PageAddress() {
  const store = useDashboardStore()
  const { page } = useWords()
  const [wrong, setWrong] = useState<ReadAddress['wrong']>(() => readAddress(location.hash).wrong)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const write = (): void => {
      const address = addressOf(store.getState())
      if (address !== location.hash) history.replaceState(history.state, '', address)
    }
    const stop = store.subscribe((state, before) => {
      if (state.view !== before.view) {
        clearTimeout(timer)
        const address = addressOf(state)
        if (address !== location.hash) history.pushState(null, '', address)
      } else if (addressOf(state) !== addressOf(before)) {
        clearTimeout(timer)
        timer = setTimeout(write, PAUSE)
      }
    })
    const follow = (): void => {
      const address = readAddress(location.hash)
      store.getState().followAddress(address)
      setWrong(address.wrong)
    }
    addEventListener('popstate', follow)
    return () => {
      clearTimeout(timer)
      stop()
      removeEventListener('popstate', follow)
    }
  }, [store])
  if (wrong.length === 0) return null
  return (
    <Notice
      tone="warning"
      onDismiss={() => {
        setWrong([])
      }}
    >
      <PartsText
        of={page.wrongLink(
          wrong.map(({ name, text }, i) => (
            <span key={name}>
              {i > 0 && ', '}
              {name} “<span className="break-all">{text}</span>”
            </span>
          )),
        )}
      />
    </Notice>
  )
}

function addressOf(state: DashboardState): string {
  const { intervals, fits, activeSweepId, linkedChoices, ...settings } = state
  return printAddress(
    { ...settings, ...intervals },
    fits[activeSweepId ?? ''] ?? linkedChoices ?? {},
  )
}
