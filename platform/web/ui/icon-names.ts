/**
 * The icons that declarations and screens may name, as Lucide calls them. They are drawn from one picture,
 * `icons.svg`, which `scripts/draw-icons.ts` makes from this list: so that they are not part of the program.
 */
export const iconNames: ReadonlySet<string> = new Set(
  `
  activity alarm-clock alert-triangle align-left archive archive-restore arrow-down arrow-left
  arrow-left-right arrow-right arrow-up arrow-up-down at-sign award badge badge-check badge-percent
  banknote bar-chart-3 bell binary book book-open bookmark box boxes braces briefcase building building-2
  calculator calendar calendar-check calendar-clock calendar-days calendar-plus calendar-x chart-bar
  chart-line chart-no-axes-column chart-pie check check-circle check-square chevron-down chevron-left
  chevron-right chevrons-up-down circle circle-alert circle-check circle-dollar-sign circle-dot
  circle-help circle-user circle-x clipboard clipboard-list clock cloud-off cog coins columns-3 compass
  contact contact-round copy credit-card crown database delete dollar-sign download ellipsis
  ellipsis-vertical external-link eye eye-off factory file file-check file-check-2 file-pen file-plus
  file-text files filter flag flame folder folder-open folder-tree footprints funnel gauge gem gift
  git-branch git-commit-horizontal git-merge globe graduation-cap grid-3x3 grip-vertical handshake hash
  headphones heart heart-handshake history home hourglass id-card image inbox info kanban key keyboard
  landmark languages layers layers-2 layout-dashboard layout-grid letter-text library life-buoy lightbulb
  link link-2 link-2-off list list-checks list-ordered list-plus list-tree loader lock log-out mail
  mailbox mails map map-pin map-pinned megaphone menu message-circle message-square messages-square mic
  milestone minus monitor moon more-horizontal mouse-pointer-click network newspaper notebook-pen
  octagon-alert package package-check package-open palette panel-left panel-right panels-top-left
  paperclip party-popper pencil percent phone phone-call phone-incoming phone-off phone-outgoing pie-chart
  pilcrow pin plug plus printer puzzle quote radio receipt receipt-text redo-2 refresh-ccw refresh-cw
  repeat reply rocket rotate-ccw route rows ruler save scale search send server settings settings-2 shapes
  share-2 shield shield-check ship shopping-bag shopping-cart shuffle sigma signature signpost
  sliders-horizontal smartphone smile sparkles split square square-check square-check-big square-function
  square-kanban square-pen star sticky-note store sun swords table table-2 tag tags target text
  text-cursor-input thumbs-up ticket timer toggle-left toggle-right trash trash-2 trending-down
  trending-up triangle-alert trophy truck type undo-2 upload user user-check user-cog user-plus user-round
  user-x users users-round variable video wallet warehouse waypoints webhook workflow wrench x zap
`
    .trim()
    .split(/\s+/),
)
