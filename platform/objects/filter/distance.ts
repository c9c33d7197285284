interface Place {
  readonly latitude: number
  readonly longitude: number
}

/** The radius of a ball with the surface of the earth. */
export const earthKm = 6371.0088

/** Great-circle distance (haversine), kilometres. */
export function distanceKm(from: Place, to: Place): number {
  const rad = Math.PI / 180
  const height = Math.sin(((to.latitude - from.latitude) * rad) / 2) ** 2
  const width = Math.sin(((to.longitude - from.longitude) * rad) / 2) ** 2
  const share = height + Math.cos(from.latitude * rad) * Math.cos(to.latitude * rad) * width
  return 2 * earthKm * Math.asin(Math.sqrt(Math.min(1, share)))
}
