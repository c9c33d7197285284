import { Agent, request } from 'node:http'

export interface Load {
  readonly perSecond: number
  /** Milliseconds of each call. */
  readonly times: readonly number[]
}

/** Sends requests over kept connections for some seconds, each connection the next when the last is answered. */
export async function load(
  base: string,
  paths: readonly string[],
  headers: Record<string, string>,
  { connections = 8, seconds = 3 } = {},
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  const until = performance.now() + seconds * 1000
  const start = performance.now()
  let next = 0
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) {
        const from = performance.now()
        await get(agent, new URL(paths[next++ % paths.length]!, base), headers)
        times.push(performance.now() - from)
      }
    }),
  )
  agent.destroy()
  return { perSecond: times.length / ((performance.now() - start) / 1000), times }
}

async function get(agent: Agent, url: URL, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers }, (answer) => {
      let length = 0
      answer.on('data', (chunk: Buffer) => (length += chunk.length))
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve(length)
          : reject(new Error(`${url.pathname}: ${answer.statusCode}`)),
      )
    })
    sent.on('error', reject)
    sent.end()
  })
}
