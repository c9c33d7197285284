import type { Samples } from '../contract-samples.ts'
import { richText } from './kind.ts'

export const samples: Samples = {
  declaration: richText({ max: 200 }),
  good: [
    ['<p>Hello <strong>you</strong></p>', '<p>Hello <strong>you</strong></p>'],
    ['<p>a</p>\r\n<p>b</p>', '<p>a</p>\n<p>b</p>'],
    ['<ul><li>one</li><li>two</li></ul>', '<ul><li>one</li><li>two</li></ul>'],
    ['<p>R&amp;D &lt;tag&gt;</p>', '<p>R&amp;D &lt;tag&gt;</p>'],
    ['<p> </p>', null],
  ],
  bad: [
    [`<p>${'x'.repeat(200)}</p>`, 'at most 200 characters'],
    [{}, 'Give a text'],
  ],
  texts: [
    ['one\ntwo\n\nthree < 4', '<p>one<br />two</p><p>three &lt; 4</p>'],
    ['<p>html</p>', '<p>html</p>'],
  ],
  shown: [['<p>R&amp;D &lt;tag&gt;</p><p>b</p>', 'R&D <tag> b', 'R&D <tag> b']],
  faults: [[richText({ unique: true }), 'cannot be unique']],
}
