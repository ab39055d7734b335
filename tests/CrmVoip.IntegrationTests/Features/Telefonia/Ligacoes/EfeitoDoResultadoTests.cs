using System.Net;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Ligacoes;

/// <summary>What an outcome does to the number that was called.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class EfeitoDoResultadoTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Number_enters_nao_ligar_once_the_person_is_done_and_not_while_choosing()
    {
        var (cena, cliente, ligacao) = await CenaAsync();
        var resultado = await ResultadoAsync(cena, EfeitoNoNumero.NaoLigar);

        await cliente.PutAsync($"/ligacoes/{ligacao}/notas", new { resultadoId = resultado, versao = 10 });
        Assert.Equal((true, false, false), await TelefoneAsync(cena));
        await cliente.PutAsync($"/ligacoes/{ligacao}/notas", new { resultadoId = resultado, versao = 11, pronta = true });
        await cliente.PutAsync($"/ligacoes/{ligacao}/notas", new { resultadoId = resultado, versao = 12, pronta = true });

        Assert.Equal((false, false, true), await TelefoneAsync(cena));
        Assert.Equal(1, await RegistrosAsync(cena, Acoes.NaoLigarMarcado));
        var recusa = await cliente.PostAsync("/ligacoes", new { id = Guid.NewGuid(), numero = CenaDeLigacao.Numero });
        Assert.Equal("nao_ligar", (await ClienteDeTeste.LerAsync(recusa)).GetProperty("codigo").GetString());
    }

    [Fact]
    public async Task Late_older_version_of_the_note_does_nothing()
    {
        var (cena, cliente, ligacao) = await CenaAsync();
        var resultado = await ResultadoAsync(cena, EfeitoNoNumero.NaoLigar);
        await cliente.PutAsync($"/ligacoes/{ligacao}/notas", new { versao = 20 });

        await cliente.PutAsync($"/ligacoes/{ligacao}/notas", new { resultadoId = resultado, versao = 10, pronta = true });

        Assert.Equal((true, false, false), await TelefoneAsync(cena));
    }

    [Fact]
    public async Task Telephone_is_marked_wrong_by_a_correction_too_and_the_icon_goes()
    {
        var (cena, cliente, ligacao) = await CenaAsync();
        var resultado = await ResultadoAsync(cena, EfeitoNoNumero.Errado);

        Assert.Equal(HttpStatusCode.OK, (await cliente.FormAsync($"/ligacoes/{ligacao}/correcao", ("ResultadoId", $"{resultado}"))).StatusCode);

        Assert.Equal((false, true, false), await TelefoneAsync(cena));
        Assert.Equal(1, await RegistrosAsync(cena, Acoes.TelefoneErrado));
        Assert.Null((await cliente.PaginaAsync("/oportunidades")).QuerySelector(".cartao [data-ligar]"));
    }

    [Fact]
    public async Task Number_without_a_contact_has_nothing_to_mark()
    {
        var (cena, cliente, _) = await CenaAsync();
        var resultado = await ResultadoAsync(cena, EfeitoNoNumero.NaoLigar);
        var ligacao = await cena.LigouAsync(DateTimeOffset.UtcNow.AddMinutes(-3), "+5511960000777");

        Assert.Equal(HttpStatusCode.OK, (await cliente.PutAsync($"/ligacoes/{ligacao}/notas", new { resultadoId = resultado, versao = 10, pronta = true })).StatusCode);

        Assert.Equal((true, false, false), await TelefoneAsync(cena));
    }

    private async Task<(CenaDeLigacao Cena, ClienteDeTeste Cliente, Guid LigacaoId)> CenaAsync()
    {
        var cena = await CenaDeLigacao.CriarAsync(app, "http://127.0.0.1:9/api/v1");
        return (cena, await cena.Pessoa.EntrarAsync(), await cena.LigouAsync(DateTimeOffset.UtcNow.AddMinutes(-5)));
    }

    private static async Task<Guid> ResultadoAsync(CenaDeLigacao cena, EfeitoNoNumero efeito)
    {
        var resultado = new ResultadoDeLigacao(cena.Organizacao.Id, $"Faz {efeito}", 9) { Efeito = efeito };
        await cena.Organizacao.SalvarAsync(resultado);
        return resultado.Id;
    }

    private static Task<(bool Disca, bool Errado, bool NaoLigar)> TelefoneAsync(CenaDeLigacao cena) => cena.Organizacao.ComDbAsync(async db =>
    {
        var contato = await db.Contatos.Include(c => c.Telefones).SingleAsync(c => c.Id == cena.Oportunidade.ContatoId);
        var telefone = contato.Telefones.Single();
        return (contato.Telefone is not null, telefone.Errado, telefone.NaoLigar);
    });

    private static Task<int> RegistrosAsync(CenaDeLigacao cena, string acao) => cena.Organizacao.ComDbAsync(db => db.AuditLog.CountAsync(a => a.Acao == acao));
}
