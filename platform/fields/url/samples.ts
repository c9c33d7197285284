import type { Samples } from '../contract-samples.ts'
import { url } from './kind.ts'

export const samples: Samples = {
  declaration: url(),
  good: [
    ['example.com', 'https://example.com'],
    ['http://Example.com/Path?q=1#x', 'http://example.com/Path?q=1#x'],
    ['//cdn.example.com/a', 'https://cdn.example.com/a'],
    ['https://müller.de/ä', 'https://xn--mller-kva.de/%C3%A4'],
    ['example.org:8080/a', 'https://example.org:8080/a'],
  ],
  bad: [
    ['javascript:alert(1)', 'is not a web address; give one such as https://example.com'],
    ['ftp://example.com', 'is not a web address'],
    ['just words', 'is not a web address'],
    ['word', 'is not a web address'],
    ['https://user:secret@example.com', 'is not a web address'],
    [{}, 'Give a web address'],
  ],
  shown: [['https://www.example.com/', 'example.com', 'example.com']],
  same: [
    ['https://www.example.com/contact', 'http://example.com', true],
    ['https://shop.example.com', 'https://example.com', false],
  ],
}
