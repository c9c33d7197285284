import type { NotificationData } from '@mantine/notifications'

/** Loaded with the first toast; what is shown before then waits for it. */
const toasts = () => import('@mantine/notifications')

export function showToast(toast: NotificationData): void {
  void toasts().then(({ notifications }) => notifications.show(toast))
}

export function hideToast(id: string): void {
  void toasts().then(({ notifications }) => notifications.hide(id))
}
