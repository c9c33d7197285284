import type { Samples } from '../contract-samples.ts'
import { location } from './kind.ts'

export const samples: Samples = {
  declaration: location(),
  good: [
    [
      { latitude: 48.137, longitude: 11.575 },
      { latitude: 48.137, longitude: 11.575 },
    ],
    ['48.1,11.5', { latitude: 48.1, longitude: 11.5 }],
    [
      { lat: -33.86, lng: 151.21 },
      { latitude: -33.86, longitude: 151.21 },
    ],
    [
      { latitude: 0.000_000_2, longitude: -180 },
      { latitude: 0.000_000_2, longitude: -180 },
    ],
    [{ latitude: null, longitude: null }, null],
  ],
  bad: [
    ['Munich', 'is not a place'],
    [{ latitude: 91, longitude: 0 }, 'within ±90'],
    [{ latitude: 1 }, 'latitude and longitude'],
    [[1, 2], 'latitude and longitude'],
  ],
  texts: [
    ['48,1; 11,5', { latitude: 48.1, longitude: 11.5 }],
    ['geo:48.1,11.5', { latitude: 48.1, longitude: 11.5 }],
  ],
  badTexts: [['here', 'is not a place']],
  shown: [[{ latitude: 48.1, longitude: 11.5 }, '48.10000 / 11.50000', '48,10000 / 11,50000']],
  faults: [[location({ unique: true }), 'cannot be unique']],
}
