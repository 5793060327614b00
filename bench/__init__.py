"""How fast foedus is: ratios measured in one run, on one machine; never tests with a clock."""
