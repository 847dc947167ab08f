//! How the network is made: sizes, rates, lengths. What stands here made the tables that ship.

use super::network::Size;

/// The numbers of a training. The same numbers on the same data give the same bytes.
#[derive(Debug, Clone, clap::Args)]
pub struct Recipe {
    /// How often every sentence is seen
    #[arg(long, default_value_t = 26)]
    pub epochs: usize,
    /// The width of a word's row
    #[arg(long, default_value_t = 64)]
    pub input: usize,
    /// The units of a recurrent layer in each direction
    #[arg(long, default_value_t = 56)]
    pub hidden: usize,
    /// The recurrent layers
    #[arg(long, default_value_t = 3)]
    pub layers: usize,
    /// The width of the vectors that score arcs
    #[arg(long, default_value_t = 56)]
    pub arc: usize,
    /// The width of the layer that labels arcs
    #[arg(long, default_value_t = 56)]
    pub label: usize,
    /// The highest rate of learning
    #[arg(long, default_value_t = 0.003)]
    pub rate: f32,
    /// The share of units left out between words and the first layer
    #[arg(long, default_value_t = 0.2)]
    pub drop_input: f32,
    /// The share of units left out behind each layer
    #[arg(long, default_value_t = 0.1)]
    pub drop_layer: f32,
    /// The share of units left out where arcs are scored
    #[arg(long, default_value_t = 0.1)]
    pub drop_head: f32,
    /// The share of words that are hidden
    #[arg(long, default_value_t = 0.15)]
    pub drop_word: f32,
    /// How much a tag weighs against an arc
    #[arg(long, default_value_t = 0.5)]
    pub tag_weight: f32,
    /// How many words have vectors, the commonest
    #[arg(long, default_value_t = 20_000)]
    pub words: usize,
    /// The sentences of a batch
    #[arg(long, default_value_t = 24)]
    pub batch: usize,
    /// For each sentence that can become a headline, the chance that it does so once more
    #[arg(long, default_value_t = 0.15)]
    pub headlines: f32,
    /// What all chance comes from
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
}

impl Recipe {
    /// A training that takes seconds, for looking whether it still gives the same bytes.
    pub fn small() -> Self {
        Self {
            epochs: 2,
            input: 16,
            hidden: 16,
            layers: 2,
            arc: 16,
            label: 16,
            rate: 0.003,
            drop_input: 0.1,
            drop_layer: 0.1,
            drop_head: 0.1,
            drop_word: 0.1,
            tag_weight: 0.5,
            words: 0,
            batch: 8,
            headlines: 0.5,
            seed: 1,
        }
    }

    pub fn size(&self) -> Size {
        Size { input: self.input, hidden: self.hidden, layers: self.layers, arc: self.arc, label: self.label }
    }
}
