using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

public sealed class SetupTests(Ambiente ambiente) : Jornada(ambiente)
{
    private const string Token = "simulador-token-boreal";
    private const string Senha = "ramal-1003-boreal";

    [Fact]
    public Task An_administrator_connects_the_provider_sets_a_ramal_and_calls() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.AdminDaBoreal);
        await ConectarAsync(new ConexoesPagina(sessao.Pagina));
        await ConfigurarRamalAsync(new RamalPagina(sessao.Pagina));
        Assert.Equal(0L, await Ambiente.Banco.ValorAsync<long>(
            """
            select (select count(*) from integracoes i where to_jsonb(i)::text like '%' || $1 || '%')
                 + (select count(*) from ramais_voip_segredos s where to_jsonb(s)::text like '%' || $2 || '%')
            """, Token, Senha));

        await QuadroAsync(sessao.Pagina);
        var janela = await quadro.LigarAsync(Cliente.Atende);
        await janela.EstaAsync("Em ligação");
        var simulada = await Simulador.UnicaAsync("1003", Inicio, "boreal.simulador");
        await new Escuta(sessao.Pagina).OuveAsync(Som.Cliente);
        await janela.DesligarAsync();
        await Expect(new PrimeirosPassosFaixa(sessao.Pagina).Faixa).ToHaveCountAsync(0);
        Assert.Equal("atendida", (await ConciliadaAsync(Pessoa.AdminDaBoreal, simulada)).Status);
    });

    private static async Task ConectarAsync(ConexoesPagina conexoes)
    {
        await conexoes.EditarAsync();
        await conexoes.TestarAsync("simulador-token-invalido", "recusado");
        await conexoes.TestarAsync("simulador-token-sem-permissao", "permissão");
        await conexoes.TestarAsync(Token, "Conexão aceita. Domínio SIP: boreal.simulador.");
        await conexoes.SalvarAsync();
        await Expect(conexoes.Cartao).ToContainTextAsync($"termina em {Token[^4..]}");
    }

    private async Task ConfigurarRamalAsync(RamalPagina ramal)
    {
        await ramal.AbrirAsync();
        await ramal.PreencherAsync("1003", "boreal.simulador", "senha-errada");
        await ramal.TestarAsync("Registro", "A senha do ramal foi recusada");
        await ramal.PreencherAsync("1003", "boreal.simulador", Senha);
        await ramal.TestarAsync("Áudio", "Tudo certo para ligar");
        await ramal.SalvarAsync();
        await Espera.AteAsync("the ramal is saved", () => Ambiente.Banco.ValorAsync<bool>(
            """
            select exists (
                select from ramais_voip r join membros m on m.organizacao_id = r.organizacao_id and m.usuario_id = r.usuario_id
                where m.email = $1 and r.extension = '1003' and r.segredo_id is not null)
            """, Pessoa.AdminDaBoreal));
    }
}
