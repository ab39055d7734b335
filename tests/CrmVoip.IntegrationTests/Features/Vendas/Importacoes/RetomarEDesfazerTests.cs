using System.Net;
using CrmVoip.Domain;
using CrmVoip.Domain.Importacoes;
using CrmVoip.Features.Vendas.Importacoes;
using CrmVoip.IntegrationTests.Features.Vendas.Oportunidades;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Vendas.Importacoes;

/// <summary>An import that is cut off, taken back, or forgotten.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class RetomarEDesfazerTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Import_that_was_cut_off_goes_on_and_makes_nothing_twice()
    {
        const int Quantas = (2 * ImportarLinhas.PorVez) + 50;
        using var cena = await CenaDaImportacao.CriarAsync(app);
        var id = await cena.ColarAsync(CenaDaImportacao.Planilha(Quantas));
        await cena.AnalisarAsync(id, "Nome Empresa Telefone Email", LinhaRepetida.Criar);
        Assert.Equal(HttpStatusCode.Redirect, (await cena.Cliente.FormAsync($"/importacoes/{id}/importar")).StatusCode);

        // As a kill in the middle of the second part: what it made so far is undone with it.
        await app.Banco.ExecutarAsync(
            $"""
            alter table contatos add constraint corte check (organizacao_id <> '{cena.Organizacao.Id}' or nome <> 'Contato {ImportarLinhas.PorVez + 10}') not valid
            """);
        try
        {
            await cena.Organizacao.TrabalharAsync(comFalhas: true);
        }
        finally
        {
            await app.Banco.ExecutarAsync("alter table contatos drop constraint corte");
        }

        var cortada = await cena.LerAsync(id);
        Assert.Equal((EstadoDaImportacao.Importando, ImportarLinhas.PorVez), (cortada.Estado, cortada.Criadas));
        Assert.Equal(ImportarLinhas.PorVez, (await cena.ContatosAsync()).Count);
        Assert.NotNull((await cena.Cliente.PaginaAsync($"/importacoes/{id}")).QuerySelector("progress"));

        await cena.Organizacao.TrabalharAsync(TimeSpan.FromHours(1), comFalhas: true);
        Assert.Equal((EstadoDaImportacao.Concluida, Quantas), ((await cena.LerAsync(id)).Estado, (await cena.LerAsync(id)).Criadas));
        Assert.Equal(Quantas, (await cena.ContatosAsync()).Select(c => c.Nome).Distinct().Count());
    }

    [Fact]
    public async Task Taken_back_goes_what_nobody_touched_and_the_rest_says_why_it_stays()
    {
        using var cena = await CenaDaImportacao.CriarAsync(app);
        await FunilDeTeste.CriarAsync(cena.Gestor, 1);
        var feita = await cena.TudoAsync(
            "Nome;Telefone\nSai;11 96000-0101\nEditado;11 96000-0102\nCom negócio;11 96000-0103\nCom ligação;11 96000-0104\nErrado;11 96000-0105\nSai também;\nCom tarefa;\nCom nota;\n", "Nome Telefone");
        var contatos = (await cena.ContatosAsync()).ToDictionary(c => c.Nome);
        await cena.Cliente.FormAsync(
            $"/contatos/{contatos["Editado"].Id}/dados", ("Nome", "Editado por mim"), ("Empresa", ""), ("Email", ""), ("Versao", contatos["Editado"].Versao.ToString(null, null)));
        await cena.Cliente.FormAsync($"/contatos/{contatos["Errado"].Id}/telefones/{contatos["Errado"].Telefones.First().Id}/errado");
        await app.Banco.ExecutarAsync($"update oportunidades set contato_id = '{contatos["Com negócio"].Id}' where organizacao_id = '{cena.Organizacao.Id}'");
        await MuitasLigacoes.FazerAsync(app.Banco, cena.Organizacao.Id, cena.Gestor.Id, 1, contato: $"'{contatos["Com ligação"].Id}'::uuid");

        await cena.Cliente.FormAsync($"/contatos/{contatos["Com nota"].Id}/notas", ("Texto", "Ligar em março."));
        await cena.Organizacao.SalvarAsync(Tarefa.Avulsa(cena.Organizacao.Id, cena.Gestor.Id, contatos["Com tarefa"].Id, TipoDeTarefa.Ligacao, "Ligar"));

        var pergunta = await cena.Cliente.PaginaAsync($"/importacoes/{feita.Id}/desfazer");
        Assert.Contains("8 contatos", pergunta.Body!.TextContent, StringComparison.Ordinal);
        var desfeita = await cena.DesfazerAsync(feita.Id);

        Assert.Equal((EstadoDaImportacao.Desfeita, 2, 6), (desfeita.Estado, desfeita.Desfeitas, desfeita.Mantidas));
        Assert.Equal(["Com ligação", "Com negócio", "Com nota", "Com tarefa", "Editado por mim", "Errado", "Marina Alves"], (await cena.ContatosAsync()).Select(c => c.Nome).Order());
        var mantidas = (await cena.LinhasAsync(feita.Id)).Where(l => l.Destino == DestinoDaLinha.Mantida).Select(l => (l.Celulas[0], l.Motivo));
        Assert.Equal([("Editado", "Foi alterado depois."), ("Com negócio", "Tem oportunidade."), ("Com ligação", "Tem ligação."), ("Errado", "Foi alterado depois."), ("Com tarefa", "Tem tarefa."), ("Com nota", "Tem nota.")], mantidas);
        Assert.Empty((await cena.Cliente.PaginaAsync("/contatos?texto=sai")).QuerySelectorAll(".contatos__nome"));
        Assert.Equal(0L, (await app.Banco.LerAsync($"select count(*) from termos_de_busca where organizacao_id = '{cena.Organizacao.Id}' and id = '{contatos["Sai"].Id}'"))[0][0]);
        Assert.Equal(1, await cena.Organizacao.ComDbAsync(db => db.AuditLog.CountAsync(a => a.Acao == Acoes.ImportacaoDesfeita && a.UsuarioId == cena.Gestor.Id)));
    }

    /// <summary>A table that names contacts from now on is asked about before one goes: add it there, to the test above, and here.</summary>
    [Fact]
    public async Task Every_table_that_names_a_contact_is_asked_about() => Assert.Equal(
        ["ligacoes", "notas", "oportunidades", "tarefas", "telefones_do_contato"],
        await (await app.CriarOrganizacaoAsync()).ComDbAsync(db => Task.FromResult(
            db.Model.FindEntityType(typeof(Contato))!.GetReferencingForeignKeys().Select(f => f.DeclaringEntityType.GetTableName()!).Distinct().Order(StringComparer.Ordinal).ToList())));

    [Fact]
    public async Task Rows_go_after_thirty_days_and_the_import_stays()
    {
        using var cena = await CenaDaImportacao.CriarAsync(app);
        var feita = await cena.TudoAsync("Nome\nAna\n", "Nome");
        var rascunho = await cena.ColarAsync("Nome\nRui\n");

        await cena.Organizacao.TrabalharAsync(Importacao.LinhasPor + TimeSpan.FromMinutes(1));

        Assert.Empty(await cena.LinhasAsync(feita.Id));
        Assert.NotNull((await cena.LerAsync(feita.Id)).LinhasApagadasEm);
        Assert.Equal(HttpStatusCode.NotFound, (await cena.Cliente.GetAsync($"/importacoes/{rascunho}")).StatusCode);
        var pagina = await cena.Cliente.PaginaAsync($"/importacoes/{feita.Id}");
        Assert.Null(pagina.QuerySelector("a[href$='/desfazer']"));
        Assert.Contains("já foram apagadas", pagina.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Discarded_it_is_as_if_nothing_had_been_sent_and_begun_it_is_not_discarded()
    {
        using var cena = await CenaDaImportacao.CriarAsync(app);
        var id = await cena.ColarAsync("Nome\nAna\n");
        Assert.Equal(HttpStatusCode.Redirect, (await cena.Cliente.FormAsync($"/importacoes/{id}/descartar")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await cena.Cliente.GetAsync($"/importacoes/{id}")).StatusCode);

        var feita = await cena.TudoAsync("Nome\nAna\n", "Nome");
        await cena.Cliente.FormAsync($"/importacoes/{feita.Id}/descartar");
        await cena.Cliente.FormAsync($"/importacoes/{feita.Id}/importar");
        Assert.Equal((EstadoDaImportacao.Concluida, 1), ((await cena.LerAsync(feita.Id)).Estado, (await cena.ContatosAsync()).Count));
    }

    [Fact]
    public async Task What_was_lost_is_taken_up_again()
    {
        using var cena = await CenaDaImportacao.CriarAsync(app);
        var id = await cena.ColarAsync("Nome\nAna\n");
        await cena.AnalisarAsync(id, "Nome");
        await cena.Cliente.FormAsync($"/importacoes/{id}/importar");
        await app.Banco.ExecutarAsync($"delete from trabalhos where organizacao_id = '{cena.Organizacao.Id}'");

        await cena.Organizacao.ComDbAsync(async db =>
        {
            var agenda = new CrmVoip.Work.Agenda(db, db.Organizacao, new CrmVoip.Work.Campainha());
            await new SementeDasImportacoes(db, TimeProvider.System).SemearAsync(agenda, CancellationToken.None);
            return true;
        });
        await cena.Organizacao.TrabalharAsync();
        Assert.Equal(EstadoDaImportacao.Concluida, (await cena.LerAsync(id)).Estado);
    }
}
