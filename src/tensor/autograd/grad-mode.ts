/** Whether operations are recorded: the switch behind `torch.no_grad` and `torch.enable_grad`. */
let enabled = true;

/** Returns whether operations are recorded now: `torch.is_grad_enabled()`. */
export function isGradEnabled(): boolean {
  return enabled;
}

/** Switches recording on or off and returns what it was before, to be restored by whoever leaves the block. */
export function setGradEnabled(on: boolean): boolean {
  const before = enabled;
  enabled = on;
  return before;
}
