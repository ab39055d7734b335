using System.Text;
using System.Text.RegularExpressions;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Vendas.Oportunidades;

/// <summary>What a board weighs before compression: hundreds of cards are read, parsed and compared once a minute.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed partial class PesoDoQuadroTests(AplicacaoFixture app)
{
    private const int Cartoes = 60;
    private const int BytesPorCartao = 500;

    [Fact]
    public async Task Card_that_has_everything_takes_at_most_five_hundred_bytes()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var funil = await ComTudoAsync(ana);
        using var cliente = await ana.EntrarAsync();

        var pagina = await (await cliente.GetAsync("/oportunidades")).Content.ReadAsStringAsync();
        var resto = await (await cliente.GetAsync($"/oportunidades/etapas/{funil.Novo.Id}/cartoes?depois={funil.Oportunidades[49].Posicao}")).Content.ReadAsStringAsync();

        var cartoes = Cartao().Matches(pagina + resto).Select(m => m.Value).ToList();
        Assert.Equal(Cartoes, cartoes.Count);
        Assert.All(cartoes, cartao => Assert.All(["href=", "Padaria", "data-ligar", "data-prazo", "Conversa relevante"], parte => Assert.Contains(parte, cartao, StringComparison.Ordinal)));
        Assert.InRange(cartoes.Max(Encoding.UTF8.GetByteCount), 1, BytesPorCartao);
    }

    private static async Task<FunilDeTeste> ComTudoAsync(PessoaDeTeste ana)
    {
        var organizacao = ana.Organizacao;
        var funil = await FunilDeTeste.CriarAsync(ana, Cartoes);
        var relevante = new ResultadoDeLigacao(organizacao.Id, "Conversa relevante", 1);
        await organizacao.SalvarAsync([relevante, .. funil.Oportunidades.Select(o => Ligacao(o, ana, relevante))]);
        await organizacao.ComDbAsync(async db =>
        {
            await db.Membros.ExecuteUpdateAsync(s => s.SetProperty(m => m.Nome, "Ana Beatriz Moura"));
            await db.Oportunidades.ForEachAsync(o => o.Planejar("Enviar a proposta revisada", DateOnly.FromDateTime(DateTime.Today)));
            return await db.SaveChangesAsync();
        });
        return funil;
    }

    private static Ligacao Ligacao(Oportunidade oportunidade, PessoaDeTeste ana, ResultadoDeLigacao resultado)
    {
        var ligacao = new Ligacao(oportunidade.OrganizacaoId, Guid.NewGuid(), ana.Id, "+5511960000001", "1001", DateTimeOffset.UtcNow.AddDays(-3))
        {
            OportunidadeId = oportunidade.Id,
            ContatoId = oportunidade.ContatoId,
        };
        ligacao.Anotar("", resultado.Id, 1);
        return ligacao;
    }

    [GeneratedRegex("<article.*?</article>", RegexOptions.Singleline)]
    private static partial Regex Cartao();
}
