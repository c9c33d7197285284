import { createServer, type Server } from 'node:http'
import pg from 'pg'

/** The least server there can be for one statement: `node:http` and the driver, prepared, its text passed through. */
export async function bareServer(
  url: string,
  statements: ReadonlyMap<string, { text: string; values: readonly unknown[] }>,
): Promise<{ address: string; close(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: url, max: 10, options: '-c timezone=UTC' })
  const server: Server = createServer((request, response) => {
    const { text, values } = statements.get(request.url!)!
    pool.query({ name: request.url!, text, values: [...values] }).then(
      ({ rows }) => {
        response.setHeader('content-type', 'application/json')
        response.end(typeof rows[0]?.data === 'string' ? rows[0].data : JSON.stringify(rows))
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    address: `http://127.0.0.1:${port}`,
    async close() {
      await new Promise((resolve) => server.close(resolve))
      await pool.end()
    },
  }
}
