import type { ReactNode } from 'react';
import {
  assertNever,
  type Chain,
  chainWords,
  type Expression,
  needsParentheses,
  type Place,
  placeInside,
} from '../../explain/index.ts';

/** One line of worked arithmetic, typeset with the quantities in their colours and spoken in words. */
export function Formula({ chain }: { readonly chain: Chain }): ReactNode {
  return (
    <span className="formula">
      <span aria-hidden="true">
        {chain.map(({ sign, expression }, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the chain.
          <span className="formula-step" key={k}>
            {sign !== '' && <span className="formula-sign">{sign}</span>}
            <Typeset of={expression} />
          </span>
        ))}
      </span>
      <span className="visually-hidden">{chainWords(chain)}</span>
    </span>
  );
}

type Part = { readonly of: Expression; readonly place?: Place };

/** An expression as marks on the page; fractions and roots are drawn by the style sheet. */
export function Typeset({ of, place = 'first' }: Part): ReactNode {
  const marks = <Marks of={of} place={placeInside(of, place)} />;
  return needsParentheses(of, place) ? <>({marks})</> : marks;
}

function Marks({ of, place = 'first' }: Part): ReactNode {
  switch (of.kind) {
    case 'number':
      return <span data-hue={of.quantity}>{of.formatted.text}</span>;
    case 'symbol':
      return (
        <span className={`formula-${of.face}`} data-hue={of.quantity} data-hat={of.hat}>
          {of.name}
          {of.index !== undefined && <sub>{of.index}</sub>}
        </span>
      );
    case 'sum':
      return <Joined parts={of.terms} first={place} next="term" operator=" + " />;
    case 'difference':
      return <Joined parts={[of.left, of.right]} first={place} next="term" operator=" − " />;
    case 'product':
      return <Joined parts={of.factors} first={place} next="factor" operator=" · " />;
    case 'juxtaposed':
      return <Joined parts={of.factors} first={place} next="factor" operator={'\u2009'} />;
    case 'quotient':
      return (
        <span className="formula-fraction">
          <span>
            <Typeset of={of.top} />
          </span>
          <span>
            <Typeset of={of.bottom} />
          </span>
        </span>
      );
    case 'power':
      return (
        <>
          <Typeset of={of.base} place="base" />
          <sup>{of.exponent}</sup>
        </>
      );
    case 'root':
      return (
        <>
          √
          <span className="formula-radicand">
            <Typeset of={of.of} />
          </span>
        </>
      );
    case 'norm':
      return (
        <>
          ‖<Typeset of={of.of} />‖
        </>
      );
    case 'call':
      return of.of.length > 1 ? (
        <>
          {of.name}(<Joined parts={of.of} first="first" next="first" operator=", " />)
        </>
      ) : (
        <>
          {of.name}
          {'\u2009'}
          <Joined parts={of.of} first="first" next="first" operator="" />
        </>
      );
    case 'list':
      return (
        <>
          [<Joined parts={of.entries} first="first" next="first" operator=", " />]
        </>
      );
    case 'degrees':
      return (
        <>
          <Typeset of={of.of} place={place} />°
        </>
      );
    case 'judgement':
      return (
        <>
          <Typeset of={of.left} /> {of.comparison} <Typeset of={of.right} />: {of.holds ? 'True' : 'False'}
        </>
      );
    default:
      return assertNever(of);
  }
}

type JoinedProps = {
  readonly parts: readonly Expression[];
  readonly first: Place;
  readonly next: Place;
  readonly operator: string;
};

function Joined({ parts, first, next, operator }: JoinedProps): ReactNode {
  return parts.map((part, k) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the expression.
    <span className="formula-part" key={k}>
      {k > 0 && operator}
      <Typeset of={part} place={k === 0 ? first : next} />
    </span>
  ));
}
