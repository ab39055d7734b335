using System;
using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Crm
{
    /// <summary>The next step of a deal, and how it ended.</summary>
    public partial class ProximoPassoEDesfecho : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "detalhe_da_perda",
                table: "oportunidades",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "encerrada_em",
                table: "oportunidades",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "motivo_de_perda_id",
                table: "oportunidades",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "proximo_passo",
                table: "oportunidades",
                type: "character varying(160)",
                maxLength: 160,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "proximo_passo_em",
                table: "oportunidades",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "motivos_de_perda",
                columns: table => new
                {
                    organizacao_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nome = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ordem = table.Column<int>(type: "integer", nullable: false),
                    ativo = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_motivos_de_perda", x => new { x.organizacao_id, x.id });
                    table.ForeignKey(
                        name: "fk_motivos_de_perda_organizacoes_organizacao_id",
                        column: x => x.organizacao_id,
                        principalTable: "organizacoes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_oportunidades_organizacao_id_motivo_de_perda_id",
                table: "oportunidades",
                columns: new[] { "organizacao_id", "motivo_de_perda_id" });

            migrationBuilder.AddForeignKey(
                name: "fk_oportunidades_motivos_de_perda_organizacao_id_motivo_de_per",
                table: "oportunidades",
                columns: new[] { "organizacao_id", "motivo_de_perda_id" },
                principalTable: "motivos_de_perda",
                principalColumns: new[] { "organizacao_id", "id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.IsolarPorOrganizacao("motivos_de_perda");
            migrationBuilder.Conceder("crm_app", "select, insert, update, delete", "motivos_de_perda");

            // Organizations that exist get the list that new ones start with; each inside its own wall, which binds the owner too.
            migrationBuilder.Sql(
                """
                do $$
                declare
                    organizacao uuid;
                begin
                    for organizacao in select id from organizacoes loop
                        execute format('set local app.organizacao_id = %L', organizacao);
                        insert into motivos_de_perda (organizacao_id, id, nome, ordem, ativo)
                        select organizacao, gen_random_uuid(), nome, ordem, true
                        from unnest(array['Preço', 'Escolheu a concorrência', 'Sem orçamento agora', 'Parou de responder', 'Não precisa mais', 'Outro']) with ordinality as motivos(nome, ordem);
                    end loop;
                    set local app.organizacao_id = '';
                end
                $$;
                """);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_oportunidades_motivos_de_perda_organizacao_id_motivo_de_per",
                table: "oportunidades");

            migrationBuilder.DropTable(
                name: "motivos_de_perda");

            migrationBuilder.DropIndex(
                name: "ix_oportunidades_organizacao_id_motivo_de_perda_id",
                table: "oportunidades");

            migrationBuilder.DropColumn(
                name: "detalhe_da_perda",
                table: "oportunidades");

            migrationBuilder.DropColumn(
                name: "encerrada_em",
                table: "oportunidades");

            migrationBuilder.DropColumn(
                name: "motivo_de_perda_id",
                table: "oportunidades");

            migrationBuilder.DropColumn(
                name: "proximo_passo",
                table: "oportunidades");

            migrationBuilder.DropColumn(
                name: "proximo_passo_em",
                table: "oportunidades");
        }
    }
}
