using System.Security.Cryptography;
using System.Text;
using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Conta;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

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
    [InlineData("correcthorsebatterystaple")]
    [InlineData("Correct Horse Battery Staple!")]
    [InlineData("amordaminhavida")]
    [InlineData("Amor da Minha Vida 2026")]
    [InlineData("@m0rd4m1nh4v1d4")]
    [InlineData("deusefieltododia")]
    [InlineData("cachorro amarelo")]
    [InlineData("auroraenergia2026")]
    public async Task What_is_tried_first_is_refused(string senha) => Assert.Equal("PasswordCommon", await RecusaAsync(senha));

    [Theory]
    [InlineData("meu nome e joao mesmo")]
    [InlineData("AVILA-da-serra-azul")]
    [InlineData("jreis-canoa-verde")]
    [InlineData("x jreis@aurora.example x")]
    public async Task The_persons_own_name_and_e_mail_are_refused(string senha) => Assert.Equal("PasswordPersonal", await RecusaAsync(senha));

    [Theory]
    [InlineData("cachorro amarelo na canoa")]
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

    [Fact]
    public async Task What_leaked_is_found_in_a_sorted_file_at_its_ends_and_in_between_and_nothing_else_is()
    {
        var caminho = Path.Combine(Path.GetTempPath(), $"vazadas-{Guid.NewGuid():N}.txt");
        string[] vazadas = [.. Enumerable.Range(0, 1_000).Select(i => $"canoa verde no rio {i}")];
#pragma warning disable CA5350 // What the list is of.
        var hashes = vazadas.Select(s => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(s)))).Order(StringComparer.Ordinal);
#pragma warning restore CA5350
        await File.WriteAllTextAsync(caminho, string.Join("\r\n", hashes.Select((h, i) => $"{h}:{i * 7}")));
        try
        {
            var lista = Lista(caminho);
            Assert.Null(lista.Falta());
            Assert.All(vazadas, s => Assert.True(lista.Contem(s)));
            Assert.DoesNotContain(Enumerable.Range(1_000, 1_000), i => lista.Contem($"canoa verde no rio {i}"));
            Assert.Equal("PasswordBreached", (await Validador(lista).ValidateAsync(null!, _joao, vazadas[17])).Errors.Single().Code);

            await File.WriteAllTextAsync(caminho, "this is no list\n");
            Assert.Contains("ascending order", lista.Falta(), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(caminho);
        }

        Assert.Contains("cannot be read", Lista(caminho).Falta(), StringComparison.Ordinal);
        Assert.False(Lista(caminho).Contem(vazadas[0]));
    }

    private static SenhasVazadas Lista(string? caminho) =>
        new(Options.Create(new OpcoesDaConta { SenhasVazadas = caminho }), NullLogger<SenhasVazadas>.Instance);

    private static SenhaForte Validador(SenhasVazadas? vazadas = null)
    {
        var contexto = new ContextoDaSenha();
        contexto.Conhecer("Aurora Energia");
        return new SenhaForte(contexto, vazadas ?? Lista(null));
    }

    private static async Task<string?> RecusaAsync(string senha) =>
        (await Validador().ValidateAsync(null!, _joao, senha)).Errors.SingleOrDefault()?.Code;
}
