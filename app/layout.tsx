import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import "./globals.css";

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Cpath d='M3 6h7v7h7v6h6v6h6' fill='none' stroke='%230f766e' stroke-width='4'/%3E%3C/svg%3E";

export const metadata: Metadata = {
  title: "Meierboard",
  description: "Survival curves for cohorts, computed on your own computer.",
  icons: { icon },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
