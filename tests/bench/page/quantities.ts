/** What is measured of a page; times in milliseconds, sizes in bytes, scores out of 100. */
export type Quantity =
  | 'transferred'
  | 'scriptAtLoad'
  | 'scriptScrolled'
  | 'fontsAtLoad'
  | 'fontsScrolled'
  | 'firstPaint'
  | 'largestPaint'
  | 'blocking'
  | 'shift'
  | 'paintedFirst'
  | 'paintedLargest'
  | 'blocked'
  | 'domReady'
  | 'shifted'
  | 'performance'
  | 'accessibility'
  | 'practice'
  | 'seo'
  | 'answer'
  | 'frame'
  | 'frame95'
  | 'places'
  | 'pause'
  | 'key'
  | 'keyRest'
  | 'judged'
  | 'judgedLongest'
  | 'followed'
  | 'followedLongest';

/** One measurement of one page; a measurement gives some of the quantities. */
export type Measured = Readonly<Partial<Record<Quantity, number>>>;
