import { handedOver, JOB_HANDLERS } from './handlers.ts'
import type { JobKind, JobMap, JobMessage, JobRequest } from './protocol.ts'

// The policy of the page does not reach into a worker. No job needs the network, so there is none.
for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport']) {
  Reflect.deleteProperty(self, name)
}

const send = (message: JobMessage, transfer: Transferable[] = []): void => {
  self.postMessage(message, { transfer })
}

async function run<Kind extends JobKind>(kind: Kind, input: JobMap[Kind]['input']): Promise<void> {
  try {
    const output = await JOB_HANDLERS[kind](input, (fraction) => {
      send({ type: 'progress', fraction })
    })
    send({ type: 'done', output }, handedOver(output))
  } catch (error) {
    send({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
}

self.addEventListener('message', ({ data }: MessageEvent<JobRequest>) => {
  void run(data.kind, data.input)
})
