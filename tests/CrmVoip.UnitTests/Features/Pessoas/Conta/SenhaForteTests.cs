using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Conta;

namespace CrmVoip.UnitTests.Features.Pessoas.Conta;

public sealed class SenhaForteTests
{
    private static readonly Usuario _joao = new() { Nome = "João Ávila Reis", Email = "jreis@aurora.example" };

    [Theory]
    [InlineData("123456789012")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("password1234")]
    [InlineData("qwertyuiopasdf")]
    [InlineData("q1w2e3r4t5y6")]
    [InlineData("senhasenhasenha")]
    [InlineData("Senha@12345678")]
    [InlineData("administrador1")]
    [InlineData("flamengo2024")]
    [InlineData("brasil20262026")]
    [InlineData("abcabcabcabc")]
    public async Task What_is_tried_first_is_refused(string senha) => Assert.Equal("PasswordCommon", await RecusaAsync(senha));

    [Theory]
    [InlineData("meu nome e joao mesmo")]
    [InlineData("AVILA-da-serra-azul")]
    [InlineData("jreis-canoa-verde")]
    [InlineData("x jreis@aurora.example x")]
    public async Task The_persons_own_name_and_e_mail_are_refused(string senha) => Assert.Equal("PasswordPersonal", await RecusaAsync(senha));

    [Theory]
    [InlineData("cachorro amarelo")]
    [InlineData("canoa verde no rio")]
    [InlineData("demonstracao-2026")]
    [InlineData("Tx9-vmq2Lw7pRz")]
    public async Task A_phrase_or_a_random_one_is_taken(string senha) => Assert.Null(await RecusaAsync(senha));

    [Fact]
    public async Task A_long_password_takes_no_longer_than_a_short_one()
    {
        var dificil = string.Concat(Enumerable.Repeat("@4@8({[<369!1|7$5%02+zZ", 6))[..RegrasDaConta.SenhaMaximo];
        var prova = RecusaAsync(dificil);
        Assert.Null(await prova.WaitAsync(TimeSpan.FromSeconds(5)));
    }

    private static async Task<string?> RecusaAsync(string senha) =>
        (await new SenhaForte().ValidateAsync(null!, _joao, senha)).Errors.SingleOrDefault()?.Code;
}
