/** The rival of the dot product widget: the same two vectors, drawn and dragged with Mafs. */
import { Coordinates, Mafs, useMovablePoint, Vector } from 'mafs';
import 'mafs/core.css';

export default function TwoVectors() {
  const a = useMovablePoint([3, 2]);
  const b = useMovablePoint([1, 4]);
  const dot = a.x * b.x + a.y * b.y;
  return (
    <>
      <Mafs viewBox={{ x: [-6, 6], y: [-5, 5] }} height={486} pan={false}>
        <Coordinates.Cartesian />
        <Vector tip={a.point} />
        <Vector tip={b.point} />
        {a.element}
        {b.element}
      </Mafs>
      <p>a · b = {dot.toFixed(4)}</p>
    </>
  );
}
