import type { ServerResponse } from 'node:http'
import type { KernelEvent } from '../../shared/contract/index.ts'
import type { Kernel } from '../kernel/kernel.ts'

/** Milliseconds between signs of life on a quiet stream. */
const heartbeat = 15_000
/** Bytes a listener may lag behind before it is let go; it comes back by itself and asks for everything. */
const lagLimit = 1024 * 1024

/** The kernel's announcements as server-sent events. */
export type EventStreams = {
  /** Makes the answer a stream; the first line is sent at once. */
  open: (response: ServerResponse, headers: Record<string, string>) => void
  /** Ends all streams. */
  close: () => void
}

/** @param said what of an announcement is passed on; null is nothing */
export const createEventStreams = (
  kernel: Pick<Kernel, 'on'>,
  said: (event: KernelEvent) => unknown = (event) => event,
): EventStreams => {
  const streams = new Set<ServerResponse>()
  const send = (text: string) => {
    for (const stream of streams) {
      if (stream.writableLength > lagLimit) stream.destroy()
      else stream.write(text)
    }
  }
  const unsubscribe = kernel.on((event) => {
    const passed = said(event)
    if (passed !== null) send(`data: ${JSON.stringify(passed)}\n\n`)
  })
  const timer = setInterval(() => send(':\n\n'), heartbeat)
  timer.unref()
  return {
    open: (response, headers) => {
      response.writeHead(200, { ...headers, 'content-type': 'text/event-stream; charset=utf-8' })
      response.write('retry: 1000\n: listening\n\n')
      streams.add(response)
      response.once('close', () => streams.delete(response))
    },
    close: () => {
      clearInterval(timer)
      unsubscribe()
      for (const stream of streams) stream.end()
    },
  }
}
