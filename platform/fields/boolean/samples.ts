import type { Samples } from '../contract-samples.ts'
import { boolean } from './kind.ts'

export const samples: Samples = {
  declaration: boolean(),
  good: [
    [true, true],
    [false, false],
  ],
  bad: [
    ['maybe', 'Give true or false'],
    [2, 'Give true or false'],
    [{}, 'Give true or false'],
  ],
  texts: [
    ['Yes', true],
    ['ja', true],
    ['1', true],
    ['TRUE', true],
    ['nein', false],
    ['0', false],
    ['no', false],
    ['', null],
  ],
  badTexts: [['perhaps', 'neither yes nor no']],
  shown: [
    [true, 'Yes', 'Ja'],
    [false, 'No', 'Nein'],
  ],
  faults: [[boolean({ unique: true }), 'cannot be unique']],
}
