/** Returns a button with this text; one of type `submit` closes the dialog that its form is in. */
export function pressButton(
  text: string,
  press: () => void,
  type: 'button' | 'submit' = 'button',
): HTMLButtonElement {
  const button = document.createElement('button');
  Object.assign(button, { type, textContent: text });
  button.addEventListener('click', press);
  return button;
}
