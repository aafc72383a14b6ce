// Draws a scene in the page. Colours come from the page's style, so that both themes and the print have their own.

import { memo, type ReactNode } from "react";
import type { Scene, Shape } from "../../charts/scene.ts";
import { diamond, pathOf, round } from "../../charts/svg.ts";

type Props = { scene: Scene; id: string; title: string; description: string };

export const ScenePicture: React.NamedExoticComponent<Props> = memo(function ScenePicture({
  scene,
  id,
  title,
  description,
}: Props): ReactNode {
  return (
    <svg
      width={scene.width}
      height={scene.height}
      viewBox={`0 0 ${scene.width} ${scene.height}`}
      // An img element would lose the page's fonts and colours: the picture is part of the page.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="img"
      aria-labelledby={`${id}-title ${id}-words`}
      className="picture"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-words`}>{description}</desc>
      <defs>
        <pattern id={`${id}-hatch`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="6" className="hatch-line" />
        </pattern>
      </defs>
      {scene.shapes.map((shape, index) => (
        // Shapes have no names of their own; the whole scene is drawn anew.
        // oxlint-disable-next-line react/no-array-index-key
        <Drawn key={index} shape={shape} hatch={`url(#${id}-hatch)`} />
      ))}
    </svg>
  );
});

function Drawn({ shape, hatch }: { shape: Shape; hatch: string }): ReactNode {
  const tone = `tone-${shape.tone}`;
  switch (shape.kind) {
    case "rect": {
      const box = { x: round(shape.x), y: round(shape.y), width: round(shape.width), height: round(shape.height) };
      return shape.fill === "hatch" ? (
        <rect {...box} fill={hatch} />
      ) : (
        <rect {...box} className={`${tone} rect-${shape.fill}`} />
      );
    }
    case "line":
      return (
        <line
          x1={round(shape.x1)}
          y1={round(shape.y1)}
          x2={round(shape.x2)}
          y2={round(shape.y2)}
          className={`${tone} line-${shape.weight}${shape.dashed ? " dashed" : ""}`}
        />
      );
    case "dot":
      if (shape.fill === "diamond") return <path d={diamond(shape)} className={`${tone} dot-ring`} />;
      return (
        <circle cx={round(shape.x)} cy={round(shape.y)} r={shape.radius} className={`${tone} dot-${shape.fill}`} />
      );
    case "path":
      return (
        <path
          d={pathOf(shape)}
          className={`${tone} ${shape.fill === "area" ? "path-area" : `path-line line-${shape.weight ?? "thin"}`}${shape.dashed ? " dashed" : ""}`}
        />
      );
    case "text":
      break;
  }
  return (
    <text
      x={round(shape.x)}
      y={round(shape.y)}
      textAnchor={shape.anchor}
      className={`${tone}${shape.bold ? " bold" : ""}`}
    >
      {shape.text}
    </text>
  );
}
