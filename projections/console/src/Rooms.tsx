import type { Address } from "./address";
import { Link } from "./navigation";
import type { Words } from "./words";

/** The ways to the console's rooms, the present one marked. */
export function Rooms({ screen, words }: { screen: Address["screen"]; words: Words }) {
  const rooms = [
    { to: "/", name: words.rooms.search, here: screen === "search" || screen === "route" },
    { to: "/hinweise", name: words.findingList.title, here: screen === "findings" },
    { to: "/nachweise", name: words.certificates.title, here: screen === "certificates" || screen === "certificate" },
    { to: "/register", name: words.register.title, here: screen === "register" },
  ];
  return (
    <nav class="kern-container weg-rooms" aria-label={words.rooms.label}>
      <ul>
        {rooms.map(({ to, name, here }) => (
          <li key={to} class={here ? "weg-rooms__here" : ""}>
            <Link to={to} {...(here ? { current: "page" as const } : {})}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
