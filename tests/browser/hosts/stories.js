// What the sites tell at first; the harness's sample deck has a card for each.
export const STORIES = [
  { id: 1, text: "The prison known as CECOT stands in a valley." },
  { id: 2, text: "A federal court order spoke of the people in it." },
  { id: 3, text: "Nobody asked what the Bitcoin policy had cost." },
];
