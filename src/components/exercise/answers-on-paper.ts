/**
 * With scripts the answers for paper rest in <noscript>, where they cost nothing, until the page is printed. An exercise with
 * other numbers than the book's then puts its own answer in the place of the book's.
 */
const folded = document.querySelector('.answers-on-paper');
let unfolded: HTMLElement | undefined;

function unfold(): void {
  fold();
  if (folded === null) return;
  unfolded = document.createElement('div');
  // The markup is the build's own.
  unfolded.innerHTML = folded.textContent;
  folded.after(unfolded);
}

function fold(): void {
  unfolded?.remove();
  unfolded = undefined;
}

const paper = matchMedia('print');
addEventListener('beforeprint', unfold);
addEventListener('afterprint', () => paper.matches || fold());
paper.addEventListener('change', () => (paper.matches ? unfold() : fold()));

export {};
