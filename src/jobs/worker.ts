import { JOB_HANDLERS } from './handlers.ts'
import type { JobMessage, JobRequest } from './protocol.ts'

const send = (message: JobMessage): void => {
  self.postMessage(message)
}

self.addEventListener('message', (event: MessageEvent<JobRequest>) => {
  const { kind, input } = event.data
  try {
    const output = JOB_HANDLERS[kind](input, (fraction) => {
      send({ type: 'progress', fraction })
    })
    send({ type: 'done', output })
  } catch (error) {
    send({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
})
