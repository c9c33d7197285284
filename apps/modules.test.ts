import { expect, test } from 'vitest'
import { buildModel } from '#platform/objects/build-model.ts'
import { parseFilter } from '#platform/objects/filter/parse-filter.ts'
import { defaultRoles } from '#platform/organization/server/default-roles.ts'
import { permissionFaults } from '#platform/organization/server/permissions-make-sense.ts'
import { roleAccess } from '#platform/server/access/role-access.ts'
import { modules } from './modules.ts'

const model = buildModel(
  modules.flatMap(({ module }) =>
    module.objects.map((declaration) => ({ module: module.name, declaration })),
  ),
  modules.flatMap(({ module }) => module.actions),
)

test('every role that a workspace begins with makes sense for the whole product', () => {
  for (const { name, permissions } of defaultRoles) {
    expect(permissionFaults(model, permissions), name).toEqual([])
    expect(roleAccess(permissions).level(model.object('company'), 'read'), name).toBe('all')
  }
})

test('salespeople may not change what is set up, nor the catalogue', () => {
  const access = roleAccess(defaultRoles.find((role) => role.name === 'Salesperson')!.permissions)
  for (const object of ['stage', 'pipeline', 'role', 'user', 'product']) {
    expect(access.level(model.object(object), 'update'), object).toBe('none')
    expect(access.level(model.object(object), 'read'), object).toBe('all')
  }
  expect(access.action(model.object('opportunity'), 'export')).toBe(false)
  expect(access.action(model.object('opportunity'), 'win')).toBe(true)
})

test('every view shows fields that are there, sorted and filtered by what can be read', () => {
  for (const object of model.objects.values()) {
    for (const view of object.views) {
      const named = [
        ...view.fields,
        ...(view.sort?.split(',').map((key) => key.replace('-', '').split('.')[0]!) ?? []),
        view.group,
        view.sum,
      ]
      for (const name of named.filter((one) => one !== undefined))
        expect(object.fields.has(name), `${object.name}.${view.name}: ${name}`).toBe(true)
      expect(
        () => parseFilter(model, object.name, view.where ?? {}),
        `${object.name}.${view.name}`,
      ).not.toThrow()
    }
  }
})

test('every field that shows only sometimes says so in a filter that can be read', () => {
  for (const object of model.objects.values()) {
    for (const field of object.fields.values()) {
      const when = field.options.visible_when
      if (when !== undefined)
        expect(() => parseFilter(model, object.name, when), `${object.name}.${field.name}`).not.toThrow()
    }
    for (const action of object.actions.values()) {
      const when = action.available_when
      if (when !== undefined)
        expect(
          () => parseFilter(model, object.name, when as never),
          `${object.name}.${action.name}`,
        ).not.toThrow()
    }
  }
})

test('every deed belongs to a declared action and every action has its deed', () => {
  const declared = modules.flatMap(({ module }) =>
    module.actions.map((action) => `${action.object}.${action.name}`),
  )
  const done = modules.flatMap(({ deeds = [] }) =>
    deeds.map(({ action }) => `${action.object}.${action.name}`),
  )
  expect(done.toSorted()).toEqual(declared.toSorted())
})
