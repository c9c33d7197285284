import type { Samples } from '../contract-samples.ts'
import { email } from './kind.ts'

export const samples: Samples = {
  declaration: email(),
  good: [
    ['Ana.Lopez@Example.COM', 'ana.lopez@example.com'],
    ['Ben <ben+news@mail.example.org>', 'ben+news@mail.example.org'],
    ['mailto:info@müller.de', 'info@müller.de'],
    ["o'neill@example.ie", "o'neill@example.ie"],
  ],
  bad: [
    ['ana', 'is not an e-mail address; give one such as ana@example.com'],
    ['ana@localhost', 'is not an e-mail address'],
    ['a b@example.com', 'is not an e-mail address'],
    ['a@@example.com', 'is not an e-mail address'],
    ['.a@example.com', 'is not an e-mail address'],
    ['a@1.2.3.4', 'is not an e-mail address'],
    [`${'x'.repeat(65)}@example.com`, 'is not an e-mail address'],
    [{}, 'Give an e-mail address'],
  ],
  same: [
    ['ANA@example.com', 'ana@example.com', true],
    ['anna@example.com', 'ana@example.com', false],
  ],
}
