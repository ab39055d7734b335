using System.Text.RegularExpressions;
using CrmVoip.UnitTests.Delivery;

namespace CrmVoip.UnitTests;

/// <summary>docs/designsystem.md tells of everything the stylesheets have. That it is on the page too, DesignTests of the integration suite checks.</summary>
public sealed partial class DesignSystemTests
{
    private static readonly string _docs = Repository.Read("docs/designsystem.md");

    [Fact]
    public void Every_token_is_in_the_documentation() => Assert.Empty(Stylesheets.Tokens.Where(token => !_docs.Contains($"`{token}`", StringComparison.Ordinal)));

    [Fact]
    public void The_documentation_names_no_token_that_is_gone() =>
        Assert.Empty(NamedToken().Matches(TokenSection().Match(_docs).Value).Select(match => match.Groups[1].Value).Except(Stylesheets.Tokens));

    [Fact]
    public void Every_stylesheet_is_in_the_documentation() => Assert.Empty(Stylesheets.Files.Where(file => !_docs.Contains(file, StringComparison.Ordinal)));

    [Fact]
    public void Every_block_is_in_the_documentation()
    {
        Assert.Contains("cartao", Stylesheets.Blocks);
        Assert.Empty(Stylesheets.Blocks.Where(block => !Regex.IsMatch(_docs, $@"\.{block}(?![\w-])")));
    }

    [GeneratedRegex("`(--[a-z0-9-]+)`")]
    private static partial Regex NamedToken();

    [GeneratedRegex("## Tokens.*?(?=\n## )", RegexOptions.Singleline)]
    private static partial Regex TokenSection();
}
