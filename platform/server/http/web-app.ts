import staticFiles from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sendNotFound } from './errors.ts'
import type { ServerOptions } from './server-options.ts'

/** The built web app: hashed files are kept for good, every other address of the app gives its page. */
export function addWebApp(server: FastifyInstance, { webFolder }: ServerOptions): void {
  const root = webFolder === undefined ? undefined : resolve(webFolder)
  const isThere = root !== undefined && existsSync(join(root, 'index.html'))
  if (isThere) {
    server.register(staticFiles, {
      root,
      preCompressed: true,
      index: false,
      cacheControl: false,
      dotfiles: 'ignore',
      setHeaders(reply, path) {
        const isHashed = path.includes(`${join(root, 'assets')}`)
        reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  server.setNotFoundHandler((request, reply) => {
    const isPage =
      isThere && (request.method === 'GET' || request.method === 'HEAD') && isAppAddress(request.url)
    return isPage ? reply.sendFile('index.html') : sendNotFound(request, reply)
  })
}

/** Addresses that the app itself resolves; what looks like a file is not there. */
function isAppAddress(url: string): boolean {
  const path = url.split('?', 1)[0]!
  return !/^\/(api|mcp|metrics|assets)(\/|$)/.test(path) && !/\.[a-z0-9]{2,5}$/i.test(path)
}
