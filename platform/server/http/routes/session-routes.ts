import { firstWorkspace } from '../../identity/first-workspace.ts'
import { acceptInvitation, invitationOf } from '../../identity/people.ts'
import { beginSession, signIn } from '../../identity/sign-in.ts'
import { changePassword, signOut, switchWorkspace } from '../../identity/sessions.ts'
import { malformed } from '#platform/objects/problem.ts'
import { onlyIn, optionalText, textIn } from '../body-fields.ts'
import type { Visit } from '../call.ts'
import { shape, text } from '../describe.ts'
import type { OpenRoute, Route } from '../route.ts'
import { clearSession, setSession } from '../session-cookie.ts'

const tag = 'Session'
const done = { answers: { 204: null } } as const

/** The ways in: set-up, sign-in, invitations. */
export const entranceRoutes: readonly OpenRoute[] = [
  {
    method: 'POST',
    path: '/sign-in',
    id: 'signIn',
    tag,
    summary: 'Begin a session; sets its cookie',
    who: 'anyone',
    describe: () => ({ body: shape({ email: text, password: text }), ...done }),
    handle: async ({ app, request, reply, body }) => {
      const given = body()
      const email = textIn(given, 'email', 320)
      const { password } = given
      if (typeof password !== 'string' || password.length > 1000) throw malformed('“password” is a text.')
      const token = await signIn(app, {
        email,
        password,
        from: request.ip,
        browser: request.headers['user-agent'],
      })
      setSession(request, reply, token)
    },
  },
  {
    method: 'POST',
    path: '/set-up',
    id: 'setUp',
    tag,
    summary: 'Make the first workspace and its owner; only while there is none',
    who: 'anyone',
    describe: () => ({
      body: shape({ workspace: text, name: text, email: text, password: text }),
      answers: { 201: shape({ slug: text }) },
    }),
    handle: async (visit) => {
      const given = visit.body()
      onlyIn(given, ['workspace', 'name', 'email', 'password'])
      const { account, workspace } = await firstWorkspace(visit.app, {
        workspace: textIn(given, 'workspace', 100),
        name: textIn(given, 'name', 200),
        email: textIn(given, 'email', 320),
        password: given['password'],
      })
      await enter(visit, account, workspace.id)
      visit.reply.code(201)
      return { slug: workspace.slug }
    },
  },
  {
    method: 'GET',
    path: '/invitations/{token}',
    id: 'readInvitation',
    tag,
    summary: 'Whom a link invites, and where to',
    who: 'anyone',
    describe: () => ({ answers: { 200: shape({ workspace: text, name: text, email: text }) } }),
    handle: async ({ app, path }) => {
      const { workspace, name, email } = await invitationOf(app, path['token']!)
      return { workspace, name, email }
    },
  },
  {
    method: 'POST',
    path: '/invitations/{token}/accept',
    id: 'acceptInvitation',
    tag,
    summary: 'Choose a password and begin a session',
    who: 'anyone',
    describe: () => ({ body: shape({ password: text }), ...done }),
    handle: async (visit) => {
      const { account, workspaceId } = await acceptInvitation(
        visit.app,
        visit.path['token']!,
        visit.body()['password'],
      )
      await enter(visit, account, workspaceId)
    },
  },
]

async function enter({ app, request, reply }: Visit, account: string, workspace: string): Promise<void> {
  setSession(request, reply, await beginSession(app, account, request.headers['user-agent'], workspace))
}

/** What a person does with their own session. */
export const sessionRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/sign-out',
    id: 'signOut',
    tag,
    summary: 'End the session',
    describe: () => done,
    handle: async (call) => {
      demandSession(call.identity.account)
      await signOut(call.app, call.identity)
      clearSession(call.request, call.reply)
    },
  },
  {
    method: 'POST',
    path: '/workspaces/switch',
    id: 'switchWorkspace',
    tag,
    summary: 'Go on in another workspace',
    describe: () => ({ body: shape({ slug: text }), ...done }),
    handle: async (call) => {
      demandSession(call.identity.account)
      await switchWorkspace(call.app, call.identity, textIn(call.body(), 'slug'))
    },
  },
  {
    method: 'POST',
    path: '/me/password',
    id: 'changePassword',
    tag,
    summary: 'Change the own password; ends all other sessions',
    describe: () => ({ body: shape({ current: text, password: text }), ...done }),
    handle: async (call) => {
      demandSession(call.identity.account)
      const body = call.body()
      const current = optionalText(body, 'current', 1000) === undefined ? '' : String(body['current'])
      await changePassword(call.app, call.identity, current, body['password'])
    },
  },
]

function demandSession(account: string | null): void {
  if (account === null) throw malformed('This is for people with a session, not for API keys.')
}
