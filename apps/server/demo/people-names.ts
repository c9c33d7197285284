/** Given names with the salutation that goes with them. */
export const givenNames: readonly (readonly [string, 'ms' | 'mr'])[] = [
  ...names(
    'ms',
    `Anna Lena Sophie Marie Clara Emma Hannah Julia Katharina Laura Mia Nora Paula Sarah Theresa Eva Ines
    Jana Karin Lisa Martina Nina Petra Sabine Tanja Ursula Vera Yvonne Birgit Claudia Doris Elif Fatma Gülay Agnieszka
    Charlotte Emily Grace Harriet Olivia Chiara Giulia Camille Élodie Sanne Femke`,
  ),
  ...names(
    'mr',
    `Ben Elias Felix Jonas Leon Lukas Max Noah Paul Tim Alexander Bernd Christian Daniel Erik Florian Georg
    Heiko Ingo Jan Klaus Lars Markus Niklas Oliver Philipp Rainer Stefan Thomas Uwe Volker Werner Yusuf Mehmet Emre
    Piotr Marek Oscar Harry George Marco Luca Antoine Julien Daan Bram`,
  ),
]

export const familyNames: readonly string[] =
  words(`Albrecht Bauer Becker Berger Böhm Brandt Braun Busch Dietrich Engel
  Ernst Fischer Frank Franke Friedrich Fuchs Graf Groß Günther Haas Hahn Hartmann Heinrich Herrmann Hoffmann Horn Huber
  Jäger Jansen Jung Kaiser Keller Kellner Klein Koch Köhler König Kraus Krüger Kuhn Lang Lange Lehmann Lorenz Ludwig Maier
  Martin Mayer Meyer Möller Neumann Otto Peters Pfeiffer Pohl Reuter Richter Roth Sauer Schäfer Scholz Schreiber Schubert
  Schulte Schulz Schuster Schwarz Seidel Simon Sommer Stein Thomas Vogel Vogt Voigt Wagner Walter Weber Weiß Werner
  Winkler Winter Wolf Ziegler Zimmermann Yılmaz Demir Kaya Nowak Kowalski Hughes Carter Bennett Rossi Bianchi Moreau
  Laurent de_Vries van_Dijk Novák Horváth Lindström Ødegård`)

function words(text: string): string[] {
  return text
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll('_', ' '))
}

function names<const S extends string>(salutation: S, text: string): (readonly [string, S])[] {
  return words(text).map((name) => [name, salutation] as const)
}
