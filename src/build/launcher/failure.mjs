/** A failure that the person at the keyboard can mend; its message says how. */
export class Failure extends Error {
  /**
   * @param {string} message
   * @param {number} code the exit status to leave with
   */
  constructor(message, code = 1) {
    super(message);
    this.code = code;
  }
}
