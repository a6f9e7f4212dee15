/**
 * The hues that stand for a quantity in the whole book: input, weight, bias, pre-activation, activation. Each has a custom
 * property of its name in the style sheet (`--x`) and a class (`q-x`).
 */
export type Hue = 'x' | 'w' | 'b' | 'z' | 'a';
